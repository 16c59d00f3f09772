import {
  CLERK,
  MIDWIFE,
  NURSE_5,
  NURSE_6,
  RESIDENT,
  SUPPORT,
  WARD_CLERK,
  hundredthsOf,
  kindOf,
  times,
  type Author,
  type Kind,
  type Someone,
} from './esr-author';

export function plantStayers(author: Author, count: number): void {
  const { truth } = author;
  const stay = (person: Someone, kind: Kind, before: number, after: number): void => {
    author.open([author.post('earlier', person, kind, before)]);
    author.close(person, [author.post('later', person, kind, after)]);
    truth.book('changedHours', kind.group, 0, after - before);
  };
  times(count, (index) => stay(author.someone(), kindOf(index), hundredthsOf(index), hundredthsOf(index)));
  times(60, (index) => stay(author.someone(), kindOf(index), 100, 60));
  times(20, (index) => {
    truth.issue('ethnicity-blank');
    stay(author.someone('no-ethnicity'), kindOf(index), 100, 100);
  });
  times(15, (index) => {
    truth.issue('ethnicity-unknown');
    stay(author.someone('odd-ethnicity'), kindOf(index), 80, 80);
  });
  times(10, (index) => {
    truth.issue('age-unknown');
    stay(author.someone('no-age'), kindOf(index), 100, 100);
  });
  times(25, (index) => {
    truth.issue('excel-date');
    stay(author.someone('excel-birth'), kindOf(index), 100, 100);
  });
  times(40, () => {
    truth.issue('staff-group-differs');
    stay(author.someone(), WARD_CLERK, 100, 100);
  });
  // Two assignments at both ends, in two lines of the plan; the second is not primary.
  times(120, () => {
    const person = author.someone();
    const posts = (end: 'earlier' | 'later') => [
      author.post(end, person, NURSE_5, 60),
      author.post(end, person, CLERK, 20, { 'Primary Assignment': 'N' }),
    ];
    author.open(posts('earlier'));
    author.close(person, posts('later'));
    truth.rule('second-assignment');
  });
  // A second assignment taken up in the year.
  times(30, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, NURSE_6, 80)]);
    author.close(person, [
      author.post('later', person, NURSE_6, 80),
      author.post('later', person, SUPPORT, 20, { 'Primary Assignment': 'N' }),
    ]);
    truth.book('changedHours', SUPPORT.group, 0, 20);
    truth.rule('second-assignment');
  });
  times(35, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, MIDWIFE, 100)]);
    author.close(person, [
      author.post('later', person, MIDWIFE, 100, { 'Asg Status': 'Out on External Secondment - Paid' }),
    ]);
  });
  times(45, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, NURSE_5, 100)]);
    author.close(person, [
      author.post('later', person, NURSE_5, 100, { 'Asg Status': 'Maternity & Adoption' }),
    ]);
  });
  times(50, () => {
    const person = author.someone();
    const fixed = { 'Assignment Category': 'Fixed Term Temp' };
    author.open([author.post('earlier', person, CLERK, 100, fixed)]);
    author.close(person, [author.post('later', person, CLERK, 100, fixed)]);
    truth.marked.openingFixed += 1;
    truth.marked.closingFixed += 1;
  });
  times(70, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, RESIDENT, 100)]);
    author.close(person, [author.post('later', person, RESIDENT, 100)]);
    truth.rule('trainee');
    truth.marked.openingTrainees += 1;
    truth.marked.closingTrainees += 1;
  });
}

export function plantMoves(author: Author): void {
  const { truth } = author;
  // Promoted within the group.
  times(55, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, NURSE_5, 100)]);
    author.close(person, [author.post('later', person, NURSE_6, 80)]);
    truth.book('changedHours', NURSE_5.group, 0, -20);
    truth.counts.bandMoves += 1;
  });
  // From support to nursing: out with the WTE there, in with the WTE here.
  times(18, () => {
    const person = author.someone();
    author.open([author.post('earlier', person, SUPPORT, 100)]);
    author.close(person, [author.post('later', person, NURSE_5, 80)]);
    truth.counts.groupMoves += 1;
    truth.book('movedOut', SUPPORT.group, 1, 100);
    truth.book('movedIn', NURSE_5.group, 1, 80);
    // Of all staff nobody moved: the hours changed.
    truth.accounts.get('movedOut all')!.heads -= 1;
    truth.accounts.get('movedOut all')!.hundredths -= 100;
    truth.accounts.get('movedIn all')!.heads -= 1;
    truth.accounts.get('movedIn all')!.hundredths -= 80;
    const all = truth.accounts.get('changedHours all');
    if (all !== undefined) all.hundredths -= 20;
  });
}
