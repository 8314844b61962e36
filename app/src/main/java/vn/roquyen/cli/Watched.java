package vn.roquyen.cli;

import java.util.Locale;
import vn.roquyen.platform.Messages;
import vn.roquyen.service.Progress;

/** Shows on one line of a terminal how far long work is; says nothing where nobody watches. */
final class Watched implements Progress, AutoCloseable {
  private final Terminal terminal;
  private final Messages messages;
  private String shown = "";

  Watched(Terminal terminal, Messages messages) {
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public void at(Phase phase, long done, long total) {
    if (!terminal.interactive()) {
      return;
    }
    String name = messages.text("cli.phase." + phase);
    show(total <= 0 ? name : String.format(Locale.ROOT, "%s %d%%", name, 100 * done / total));
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  /** Takes the line away. */
  @Override
  public void close() {
    show("");
  }

  private void show(String text) {
    if (!text.equals(shown)) {
      terminal.err().print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
      terminal.err().print(text.isEmpty() ? "\r" : "");
      terminal.err().flush();
      shown = text;
    }
  }
}
