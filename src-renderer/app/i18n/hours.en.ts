/** When people work in the shop. */
export const hoursEn = {
  'team.tab.hours': 'Opening hours',
  'hours.always': 'No hours were set: response clocks run day and night.',
  'hours.has': 'The shop has opening hours',
  'hours.means': 'Outside them response clocks rest (a platform’s own rule keeps its own hours), the chat page says when you are back, and the night desk takes over. A change holds for everybody at once.',
  'hours.week': 'The usual week', 'hours.how': 'Such as 09:00-12:00, 13:00-18:00. Leave a day empty where you are closed.',
  'hours.day.1': 'Monday', 'hours.day.2': 'Tuesday', 'hours.day.3': 'Wednesday', 'hours.day.4': 'Thursday', 'hours.day.5': 'Friday', 'hours.day.6': 'Saturday', 'hours.day.7': 'Sunday',
  'hours.closed': 'Closed', 'hours.wrong': 'Write it as 09:00-18:00, several with a comma, in order',
  'hours.exceptions': 'Holidays and other days that differ', 'hours.date': 'Day', 'hours.name': 'What for', 'hours.open': 'Open', 'hours.add': 'Add a day', 'hours.remove': 'Remove',
  'hours.date.wrong': 'Choose a day for each line, each day once.',
  'hours.zone': 'Time zone', 'hours.zone.is': 'Time zone {{zone}}',
} as const
