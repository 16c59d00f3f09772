import {
  CLERK,
  NURSE_5,
  RESIDENT,
  SUPPORT,
  hundredthsOf,
  kindOf,
  times,
  type Author,
  type Kind,
  type Row,
  type Someone,
} from './esr-author';

const DESTINATIONS: readonly (readonly [string, string])[] = [
  ['NHS Organisation', 'nhs'],
  ['No Employment', 'outside'],
  ['Private Sector', 'outside'],
  ['Unknown', 'not-known'],
];

export function plantLeavers(author: Author): void {
  const { truth } = author;
  const leave = (kind: Kind, index: number, more: Row = {}): Someone => {
    const person = author.someone();
    const posts = [author.post('earlier', person, kind, hundredthsOf(index), more)];
    author.open(posts);
    author.flow('leavers', posts);
    return person;
  };
  times(200, (index) => {
    const person = leave(kindOf(index), index);
    const [destination, place] = DESTINATIONS[index % DESTINATIONS.length]!;
    author.listLeaver(person, '30/09/2025', destination);
    truth.leaver(place);
    truth.lists.leavers.matched += 1;
    // Some are still in the later extract, with the day they left.
    if (index % 5 !== 0) return;
    author.write('later', person, kindOf(index), { 'Termination Date': '30-SEP-2025' });
    truth.rule('left');
  });
  times(12, (index) => {
    const person = leave(CLERK, index, { 'Assignment Category': 'Fixed Term Temp' });
    author.listLeaver(person, '31/12/2025', 'No Employment', 'End of Fixed Term Contract');
    truth.leaver('outside');
    truth.lists.leavers.matched += 1;
    truth.marked.openingFixed += 1;
    truth.marked.leftFixed += 1;
  });
  times(14, (index) => {
    const person = leave(RESIDENT, index);
    author.listLeaver(person, '05/08/2025', 'NHS Organisation');
    truth.lists.leavers.matched += 1;
    truth.marked.openingTrainees += 1;
    truth.marked.leftTrainees += 1;
  });
  // Forgotten in the list: nothing is known of where they went.
  times(6, (index) => {
    leave(NURSE_5, index);
    truth.leaver('not-known');
    truth.lists.leavers.extractsOnly += 1;
  });
}

export function plantJoiners(author: Author): void {
  const { truth } = author;
  const join = (kind: Kind, index: number, day: string, more: Row = {}): Someone => {
    const person = author.someone();
    const posts = [
      author.post('later', person, kind, hundredthsOf(index), { 'Latest Start Date': day, ...more }),
    ];
    author.close(person, posts);
    author.flow('joiners', posts);
    return person;
  };
  times(180, (index) => {
    // 1 September 2025 as a date number of Excel in every ninth row.
    const isSerial = index % 9 === 0;
    const person = join(kindOf(index), index, isSerial ? '45901' : '01/09/2025');
    if (isSerial) truth.issue('excel-date');
    author.listStarter(person, '01/09/2025');
    truth.lists.starters.matched += 1;
  });
  times(16, (index) => {
    const person = join(RESIDENT, index, '06/08/2025');
    truth.rule('trainee');
    author.listStarter(person, '06/08/2025');
    truth.lists.starters.matched += 1;
    truth.marked.closingTrainees += 1;
  });
  times(9, (index) => {
    const person = join(CLERK, index, '01/11/2025', { 'Assignment Category': 'Fixed Term Temp' });
    author.listStarter(person, '01/11/2025');
    truth.lists.starters.matched += 1;
    truth.marked.closingFixed += 1;
  });
  times(4, (index) => {
    join(SUPPORT, index, '01/10/2025');
    truth.lists.starters.extractsOnly += 1;
  });
  // Left and came back within the year: neither joiner nor leaver between the extracts, on both lists.
  times(22, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, NURSE_5, 100)]);
    author.close(person, [author.post('later', person, NURSE_5, 60, { 'Latest Start Date': '05-JAN-2026' })]);
    truth.book('changedHours', NURSE_5.group, 0, -40);
    truth.counts.rehired += 1;
    author.listLeaver(person, '15/06/2025', 'No Employment');
    author.listStarter(person, '05/01/2026');
    truth.lists.leavers.atBothEnds += 1;
    truth.lists.starters.atBothEnds += 1;
  });
}
