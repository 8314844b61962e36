package vn.roquyen.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.roquyen.domain.Channel;
import vn.roquyen.domain.Deadline;
import vn.roquyen.domain.DossierItem;
import vn.roquyen.domain.Fee;
import vn.roquyen.domain.Procedure;
import vn.roquyen.domain.TimeLimit;
import vn.roquyen.domain.WorkingCalendar;
import vn.roquyen.service.AnswerCard.DossierGroup;
import vn.roquyen.service.AnswerCard.Filing;
import vn.roquyen.service.AnswerCard.Handling;

/** Orders what the catalogue says of a procedure the way a clerk needs it. */
final class HandlingReader {
  private static final Pattern NEW_STEP =
      Pattern.compile(
          "^(?:[-–+•*]\\s*)?bước\\s+\\d+\\s*[:.)–-]*\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BULLET = Pattern.compile("^[-–•*]\\s+");

  private final WorkingCalendar calendar;

  HandlingReader(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  Handling of(Procedure procedure, LocalDate date) {
    return new Handling(
        procedure.subjects(),
        procedure.agency(),
        procedure.authority(),
        date,
        procedure.channels().stream().map(channel -> filing(channel, date)).toList(),
        groups(procedure.dossier()),
        steps(procedure.steps()),
        procedure.conditions(),
        procedure.result(),
        procedure.url());
  }

  private Filing filing(Channel channel, LocalDate date) {
    TimeLimit limit = channel.timeLimit();
    Deadline due = limit == null ? null : calendar.due(date, limit);
    return new Filing(
        channel.name(),
        limit,
        limit == null ? text(channel.timeValue()) : null,
        due == null ? null : due.day(),
        Fee.of(channel.fee()),
        text(channel.note()),
        due != null && due.provisional());
  }

  private static List<DossierGroup> groups(List<DossierItem> items) {
    Map<String, List<DossierItem>> groups = new LinkedHashMap<>();
    for (DossierItem item : items) {
      String name = Objects.toString(item.group(), "").strip();
      groups.computeIfAbsent(name, fresh -> new ArrayList<>()).add(item);
    }
    return groups.entrySet().stream()
        .map(group -> new DossierGroup(text(group.getKey()), List.copyOf(group.getValue())))
        .toList();
  }

  /** One text a step: lines that do not begin a step belong to the step before. */
  static List<String> steps(@Nullable String text) {
    List<String> steps = new ArrayList<>();
    List<String> lines = Objects.toString(text, "").lines().map(String::strip).toList();
    boolean numbered = lines.stream().anyMatch(line -> NEW_STEP.matcher(line).find());
    for (String part : lines) {
      if (part.isEmpty()) {
        continue;
      }
      boolean begins = !numbered || NEW_STEP.matcher(part).find() || steps.isEmpty();
      if (begins) {
        steps.add(numbered ? NEW_STEP.matcher(part).replaceFirst("") : bare(part));
      } else {
        String before = steps.removeLast();
        steps.add(before.isEmpty() ? part : before + "\n" + part);
      }
    }
    return List.copyOf(steps);
  }

  private static String bare(String line) {
    return BULLET.matcher(line).replaceFirst("");
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given;
  }
}
