import type { ReactNode } from 'react';
import type { CorrectionProps } from '../views/correction.ts';
import { ClaimForm } from './forms/ClaimForm.tsx';
import { LinkForm } from './forms/LinkForm.tsx';
import { MergeForm } from './forms/MergeForm.tsx';
import { NoteForm } from './forms/NoteForm.tsx';
import { PlaceForm } from './forms/PlaceForm.tsx';
import { RelateForm } from './forms/RelateForm.tsx';
import { RemoveForm } from './forms/RemoveForm.tsx';
import { SplitAuthorForm, SplitStudyForm } from './forms/SplitForms.tsx';
import { EvidenceForm, StatusForm } from './forms/StudyForms.tsx';
import { VerdictForm } from './forms/VerdictForm.tsx';

/** The form for a task. */
export default function Correction({ task, ...rest }: CorrectionProps): ReactNode {
  switch (task.form) {
    case 'verdict':
      return <VerdictForm task={task} {...rest} />;
    case 'place':
      return <PlaceForm task={task} {...rest} />;
    case 'remove':
      return <RemoveForm task={task} {...rest} />;
    case 'claim':
      return <ClaimForm task={task} {...rest} />;
    case 'link':
      return <LinkForm task={task} {...rest} />;
    case 'relate':
      return <RelateForm task={task} {...rest} />;
    case 'status':
      return <StatusForm task={task} {...rest} />;
    case 'evidence':
      return <EvidenceForm task={task} {...rest} />;
    case 'note':
      return <NoteForm task={task} {...rest} />;
    case 'merge':
      return <MergeForm task={task} {...rest} />;
    case 'split-study':
      return <SplitStudyForm task={task} {...rest} />;
    case 'split-author':
      return <SplitAuthorForm task={task} {...rest} />;
  }
}
