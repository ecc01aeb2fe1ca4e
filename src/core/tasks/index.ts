export { tasksMigrations } from './migrations/index.ts'
export { settleTasks } from './settle-tasks.ts'
export { addTask, completeTask, type Task } from './task.ts'
export { type TasksWanted, tasksDue } from './tasks-due.ts'
