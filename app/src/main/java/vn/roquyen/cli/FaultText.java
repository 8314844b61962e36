package vn.roquyen.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.roquyen.domain.Fault;
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
}
