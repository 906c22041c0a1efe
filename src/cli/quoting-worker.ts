import { answerTasks } from "./answer-tasks.ts"
import { quoteBatch } from "./quoting.ts"

answerTasks(quoteBatch)
