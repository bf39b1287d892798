/** People, who does what, and what the team shares. */
export const teamEn = {
  'team': 'Team',
  'team.tabs': 'Pages about the team',
  'team.group.today': 'Today', 'team.group.setup': 'Set up',
  'team.tab.people': 'People',
  'team.role.agent': 'Agent', 'team.role.supervisor': 'Supervisor', 'team.role.admin': 'Admin', 'team.role.reader': 'Reader',
  'team.you': 'You',
  'team.capacity_one': '{{count}} conversation at once', 'team.capacity_other': '{{count}} conversations at once',
} as const
