import { answerTasks } from "./answer-tasks.ts"
import { doSteps } from "./steps.ts"

answerTasks(doSteps)
