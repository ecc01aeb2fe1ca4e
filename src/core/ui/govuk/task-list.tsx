import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, asPart, type Content, type Part } from './content.ts'
import { Tag } from './tag.tsx'

export interface TaskTitle {
  readonly content: Content
  readonly classes?: string | undefined
}

/** How far a task is: in words, or in words on a tag. */
export type TaskStatus =
  | { readonly content: Content; readonly tag?: undefined; readonly classes?: string | undefined }
  | { readonly tag: string | Part; readonly content?: undefined; readonly classes?: string | undefined }

export interface Task {
  readonly title: string | TaskTitle
  /** Where the task is done; without it the task can't be started yet. */
  readonly href?: string | undefined
  readonly hint?: Content | undefined
  readonly status: string | TaskStatus
  readonly classes?: string | undefined
}

export interface TaskListProps extends Extras {
  readonly items: readonly (Task | Absent)[]
  readonly idPrefix?: string | undefined
}

/** What is to be done in a long piece of work, each with how far it is. */
export function TaskList({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', classes)} {...attributes}>
      {items.map((item, at) => item && <TaskItem task={item} id={`${idPrefix}-${at + 1}`} />)}
    </ul>
  )
}

function TaskItem({ task, id }: { readonly task: Task; readonly id: string }) {
  const title = asPart<TaskTitle>(task.title)
  const status: TaskStatus = typeof task.status === 'string' ? { content: task.status } : task.status
  const hintId = task.hint ? `${id}-hint` : undefined
  const statusId = `${id}-status`
  return (
    <li class={classNames('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a
            class={classNames('govuk-link', 'govuk-task-list__link', title.classes)}
            href={safeUrl(task.href)}
            aria-describedby={classNames(hintId, statusId)}
          >
            {title.content}
          </a>
        ) : (
          <div class={title.classes}>{title.content}</div>
        )}
        {task.hint && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={statusId}>
        {status.tag ? <StatusTag {...asPart(status.tag)} /> : status.content}
      </div>
    </li>
  )
}

function StatusTag({ content, classes, attributes }: Part) {
  return (
    <Tag classes={classes} attributes={attributes}>
      {content}
    </Tag>
  )
}
