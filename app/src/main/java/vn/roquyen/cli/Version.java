package vn.roquyen.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is, from the manifest of the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"roquyen " + Objects.requireNonNullElse(version, "(development)")};
  }
}
