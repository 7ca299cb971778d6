import { existsSync, readFileSync, rmSync } from "node:fs";

type Command = readonly [program: string, ...words: string[]];

/** prctl, which makes a process the parent of all orphans below it. @see https://man7.org/linux/man-pages/man2/PR_SET_CHILD_SUBREAPER.2const.html */
const prctlNumbers: Readonly<Record<string, number>> = { x64: 157, arm64: 167 };

/**
 * Runs the command, waits for everything that it started, and writes down the seconds all of it used.
 * Perl, because Node can neither adopt orphans nor wait for them, and every Debian and Ubuntu has it.
 */
const script = `
my ($prctl, $file) = splice @ARGV, 0, 2;
syscall($prctl + 0, 36, 1, 0, 0, 0);
my $child = fork() // die $!;
unless ($child) { exec { $ARGV[0] } @ARGV or exit 127 }
my $status;
while (!defined $status) { $status = $? if wait() == $child }
for (1 .. 1200) {
  my $gone = waitpid(-1, 1);
  last if $gone < 0;
  select(undef, undef, undef, 0.05) unless $gone;
}
my (undef, undef, $user, $system) = times();
open(my $out, ">", $file) or die $!;
print {$out} $user + $system;
close $out;
exit($status & 127 ? 1 : $status >> 8);
`;

/**
 * The same command, with its CPU seconds in `file` when it has ended. Chromium's processes are waited for by
 * nobody, and they are more than half of what the checks cost: a parent's own figures leave them out.
 */
export function accounted(command: Command, file: string): Command {
  rmSync(file, { force: true });
  const prctl = prctlNumbers[process.arch];
  if (process.platform !== "linux" || prctl === undefined || !existsSync("/usr/bin/perl"))
    return command;
  return ["/usr/bin/perl", "-e", script, String(prctl), file, ...command];
}

/** Null where it cannot be known. */
export function readCpuSeconds(file: string): number | null {
  if (!existsSync(file)) return null;
  const seconds = Number(readFileSync(file, "utf8"));
  return Number.isFinite(seconds) ? seconds : null;
}
