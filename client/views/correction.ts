import type { ComponentType } from 'react';
import type {
  InspectedAuthorFragment,
  InspectedClaimFragment,
  InspectedStudyFragment,
} from '../api/operations.generated.ts';
import type { ViewStore } from '../state/view-store.ts';

export type ClaimItem = InspectedClaimFragment['lines'][number]['items'][number];

/** What of an item of evidence a verdict is about. */
export type JudgedItem = Pick<ClaimItem, 'id' | 'verdict' | 'verdictAssessor' | 'verdictNote'>;

/** One thing that a curator can put right, with what is known of it when they set out. */
export type Task =
  | { readonly form: 'verdict'; readonly item: JudgedItem; readonly about: string }
  | { readonly form: 'place'; readonly item: ClaimItem; readonly about: string }
  | {
      readonly form: 'remove';
      readonly id: string;
      readonly about: string;
      /** What goes with it and what stays, as a sentence. */
      readonly consequence: string;
    }
  | { readonly form: 'claim'; readonly claim: InspectedClaimFragment; readonly about: string }
  | { readonly form: 'link'; readonly claim: InspectedClaimFragment; readonly about: string }
  | { readonly form: 'relate'; readonly claim: InspectedClaimFragment; readonly about: string }
  | { readonly form: 'status'; readonly study: InspectedStudyFragment; readonly about: string }
  | { readonly form: 'evidence'; readonly study: InspectedStudyFragment; readonly about: string }
  | {
      readonly form: 'note';
      readonly id: string;
      readonly note: string | null;
      readonly about: string;
    }
  | {
      readonly form: 'merge';
      readonly kind: 'study' | 'author';
      readonly id: string;
      readonly about: string;
    }
  | { readonly form: 'split-study'; readonly study: InspectedStudyFragment; readonly about: string }
  | {
      readonly form: 'split-author';
      readonly author: InspectedAuthorFragment;
      readonly about: string;
    };

/** What every form is given. */
export interface CorrectionProps<Each extends Task = Task> {
  readonly store: ViewStore;
  readonly task: Each;
  /** The revision that the task was read at. */
  readonly revision: string;
  /** Closes the form; what was typed and not saved stays as a draft. */
  readonly onClose: () => void;
}

/** Loads a component when it is first wanted. */
export type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** The parts of the page that change things or tell of changes: loaded by those who open them. */
export interface CurationParts {
  readonly correction: Load<CorrectionProps>;
  readonly history: Load<{ readonly id: string }>;
  readonly changes: Load<{ readonly onClose: () => void }>;
  readonly importing: Load<ImportProps>;
}

/** A file that was dropped on the page; the same one twice is two of these. */
export interface BroughtFile {
  readonly file: File;
}

/** What the import is given. */
export interface ImportProps {
  readonly brought: BroughtFile | null;
  readonly onClose: () => void;
}

/** Under which name what is typed for a task is kept. */
export function draftName(task: Task): string {
  return `${task.form} ${targetOf(task)}`;
}

function targetOf(task: Task): string {
  if ('item' in task) return task.item.id;
  if ('claim' in task) return task.claim.id;
  if ('study' in task) return task.study.id;
  if ('author' in task) return task.author.id;
  return task.id;
}
