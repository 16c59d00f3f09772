import {
  CLERK,
  CONSULTANT,
  MIDWIFE,
  NURSE_5,
  NURSE_6,
  PHYSIO,
  SUPPORT,
  times,
  type Author,
  type Kind,
  type Row,
} from './esr-author';

/** Everything that is not in contracted WTE, at both ends unless said. */
export function plantApart(author: Author): void {
  const { truth } = author;
  const both = (count: number, rule: string, kind: Kind, more: Row): void =>
    times(count, () => {
      const person = author.someone();
      author.write('earlier', person, kind, more);
      author.write('later', person, kind, more);
      truth.rule(rule);
    });
  both(90, 'bank', NURSE_5, { 'Assignment Category': 'Bank', 'Contracted WTE': '' });
  both(20, 'honorary', CONSULTANT, { 'Assignment Category': 'Honorary', 'Contracted WTE': '0' });
  both(8, 'non-executive', CLERK, { 'Job Role': 'Non Executive Director' });
  both(17, 'career-break', NURSE_6, { 'Asg Status': 'Career Break' });
  both(11, 'secondment-out-unpaid', MIDWIFE, { 'Asg Status': 'Out on External Secondment - Unpaid' });
  both(7, 'secondment-in', PHYSIO, { 'Assignment Category': 'Secondment In' });
  both(33, 'hosted', CLERK, { 'Org L3': 'Hosted Network' });
  both(13, 'student', { ...NURSE_5, code: 'P2A', staffGroup: 'Students', jobRole: 'Student Nurse' }, {});
  // A bank post beside a contract: the person counts once, the bank post apart.
  times(26, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, NURSE_5, 80)]);
    author.close(person, [author.post('later', person, NURSE_5, 80)]);
    author.write('later', person, NURSE_5, {
      'Assignment Category': 'Bank',
      'Primary Assignment': 'N',
      'Contracted WTE': '',
    });
    truth.rule('bank');
  });
  // From bank to a contract, and from a contract to a career break.
  times(5, () => {
    const person = author.someone();
    author.write('earlier', person, SUPPORT, { 'Assignment Category': 'Bank', 'Contracted WTE': '0' });
    const posts = [author.post('later', person, SUPPORT, 100)];
    author.close(person, posts);
    author.flow('joiners', posts);
    truth.lists.starters.fromOrToApart += 1;
  });
  times(3, () => {
    const person = author.someone();
    const posts = [author.post('earlier', person, PHYSIO, 100)];
    author.open(posts);
    author.flow('leavers', posts);
    author.write('later', person, PHYSIO, { 'Asg Status': 'Career Break' });
    truth.rule('career-break');
    truth.leaver('not-known');
    truth.lists.leavers.fromOrToApart += 1;
  });
  times(2, () => {
    author.write('later', author.someone(), NURSE_5, { 'Latest Start Date': '13/04/2026' });
    truth.rule('not-started');
  });
}

export function plantListCases(author: Author): void {
  const { truth } = author;
  // Came and went between the extracts: on both lists, in neither extract.
  times(10, () => {
    const person = author.someone();
    author.listStarter(person, '01/05/2025');
    author.listLeaver(person, '01/02/2026', 'No Employment');
    truth.lists.starters.withinPeriod += 1;
    truth.lists.leavers.withinPeriod += 1;
  });
  times(3, () => {
    author.listStarter(author.someone(), '02/06/2025');
    truth.lists.starters.listedOnly += 1;
  });
  times(2, () => {
    author.listLeaver(author.someone(), '02/06/2025', 'Unknown');
    truth.lists.leavers.listedOnly += 1;
  });
  // The day of an extract is still in it: of the boundary days only those in the period count.
  times(1, () => {
    author.listStarter(author.someone(), '31/03/2025');
    author.listLeaver(author.someone(), '31/03/2026', 'Unknown');
    truth.lists.starters.outsidePeriod += 1;
    truth.lists.leavers.outsidePeriod += 1;
  });
  times(4, () => {
    const person = author.someone();
    author.write('later', person, NURSE_5, { 'Assignment Category': 'Bank', 'Contracted WTE': '' });
    author.listStarter(person, '01/07/2025');
    truth.rule('bank');
    truth.lists.starters.listedApart += 1;
  });
}
