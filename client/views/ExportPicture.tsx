import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Form, PictureToSave } from '../picture-export/save.ts';

const FORMS: readonly { readonly form: Form; readonly name: string; readonly use: string }[] = [
  { form: 'svg', name: 'SVG', use: 'text stays text' },
  { form: 'png', name: 'PNG', use: 'pixels, twice the size' },
];

/** Saves what is drawn as a file. The code that draws it comes when it is first wanted. */
export function ExportPicture(shown: PictureToSave): ReactNode {
  const [failed, setFailed] = useState(false);
  const save = async (form: Form): Promise<void> => {
    try {
      setFailed(false);
      const { savePicture } = await import('../picture-export/save.ts');
      await savePicture(shown, form, new Date());
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button small export">Export</Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => void save(key === 'png' ? 'png' : 'svg')}>
            {FORMS.map(({ form, name, use }) => (
              <MenuItem key={form} id={form} className="menu-item" textValue={name}>
                {name} <span className="quiet">{use}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {failed ? (
        <span className="export-failed" role="alert">
          The picture could not be saved: load the page again.
        </span>
      ) : null}
    </>
  );
}
