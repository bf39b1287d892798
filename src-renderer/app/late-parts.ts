import { late } from './late.tsx'

/** The dialogs: nobody needs one before there is a queue. */
export const palette = late(async () => (await import('../features/palette/Palette.tsx')).Palette)
export const settings = late(async () => (await import('../features/settings/SettingsDialog.tsx')).SettingsDialog)
export const help = late(async () => (await import('../features/help/HelpDialog.tsx')).HelpDialog)
export const phrases = late(async () => (await import('../features/phrases/PhrasesDialog.tsx')).PhrasesDialog)
export const copilot = late(async () => (await import('../features/copilot/CopilotPanel.tsx')).CopilotPanel)
export const understanding = late(async () => (await import('../features/understanding/UnderstandingPage.tsx')).UnderstandingPage)
export const knowledge = late(async () => (await import('../features/knowledge/KnowledgePage.tsx')).KnowledgePage)
export const trace = late(async () => (await import('../features/trace/TraceDialog.tsx')).TraceDialog)
/** A window of its own: the desk never needs it. */
export const sidePanel = late(async () => (await import('../features/side/SidePanel.tsx')).SidePanel)
export const learning = late(async () => (await import('../features/learning/LearningPage.tsx')).LearningPage)
export const autopilot = late(async () => (await import('../features/autopilot/AutopilotPage.tsx')).AutopilotPage)
export const team = late(async () => (await import('../features/team/TeamPage.tsx')).TeamPage)
export const ticket = late(async () => (await import('../features/team/tickets/TicketDialog.tsx')).TicketDialog)
export const orderAction = late(async () => (await import('../features/actions/ActionDialog.tsx')).ActionDialog)
/** Takes the place of a conversation while cases are shown. */
export const casePane = late(async () => (await import('../features/cases/CasePage.tsx')).CasePane)

const IN_ORDER = [palette, copilot, casePane, settings, help, phrases, understanding, trace, learning, knowledge, autopilot, team, ticket, orderAction]

/** Fetches all of them, one after the other; called once the queue is painted. One that fails is asked for when it is shown. */
export async function fetchLateParts(): Promise<void> {
  for (const part of IN_ORDER) await part.fetch().catch(() => undefined)
}
