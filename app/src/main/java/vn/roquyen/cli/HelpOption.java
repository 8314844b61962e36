package vn.roquyen.cli;

import picocli.CommandLine.Option;

/** Every command explains itself. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "${bundle:cli.option.help}")
  boolean help;
}
