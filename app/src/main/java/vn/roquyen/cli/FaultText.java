package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.roquyen.domain.Fault;
import vn.roquyen.domain.Notice;
import vn.roquyen.platform.Messages;

/** What a person, or a script, is told of an error: always one line. */
final class FaultText {
  private final Messages messages;

  FaultText(Messages messages) {
    this.messages = messages;
  }

  String line(Fault fault, boolean json) {
    String sentence = messages.of(fault).replaceAll("\\s+", " ").strip();
    if (!json) {
      return "[" + fault.code() + "] " + sentence;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("code", fault.code());
    object.put("message", sentence);
    object.put("exit", fault.code().exitCode());
    return Json.line(object);
  }

  /** A notice is no error: the command goes on, and its exit code is its own. */
  String line(Notice notice, boolean json) {
    String sentence = messages.of(notice).replaceAll("\\s+", " ").strip();
    if (!json) {
      return "[" + notice.code() + "] " + sentence;
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("notice", notice.code());
    object.put("message", sentence);
    return Json.line(object);
  }
}
