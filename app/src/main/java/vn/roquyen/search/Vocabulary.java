package vn.roquyen.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the search knows of the language: which phrases of a question are mere politeness, which
 * words of citizens mean which official words, what abbreviations stand for, and which additions
 * make a title special. All of it is read from curated files; a publisher extends the synonyms by a
 * file {@code synonyms.txt} in the data folder.
 */
final class Vocabulary {
  private static final int LONGEST_FILLER = 6;
  private static final Logger LOG = Logger.getLogger(Vocabulary.class.getName());

  private final WordReader words = new WordReader();
  private final Phrases phrases = new Phrases();
  private final Map<String, List<String>> classes = new HashMap<>();
  private final Map<String, List<List<Word>>> abbreviations = new HashMap<>();
  private final Set<String> fillers = new HashSet<>();
  private final Set<String> fillerHeads = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final PhraseList qualifiers = new PhraseList();
  private final PhraseList actions = new PhraseList();
  private final LegacyText legacy;

  private Vocabulary() {
    readFillers();
    lines("qualifiers.txt").forEach(this::addQualifier);
    legacy = new LegacyText(lines("legacy.txt"));
    lines("abbreviations.csv").stream().skip(1).forEach(this::addAbbreviation);
    lines("synonyms.txt").forEach(this::addSynonyms);
  }

  /** The built-in files, then the publisher's file where there is one. */
  static Vocabulary read(Path extra) {
    Vocabulary vocabulary = new Vocabulary();
    if (Files.isRegularFile(extra)) {
      try (BufferedReader reader = Files.newBufferedReader(extra, StandardCharsets.UTF_8)) {
        contentOf(reader).forEach(vocabulary::addSynonyms);
      } catch (IOException unreadable) {
        // A bad list of words must not keep anybody from searching.
        LOG.log(Level.WARNING, "synonyms of the data folder are left out: " + extra, unreadable);
      }
    }
    return vocabulary;
  }

  /** Synonyms and full forms. */
  Phrases phrases() {
    return phrases;
  }

  /** Full forms of an abbreviation in plain letters ("ubnd", "kh&cn"). */
  List<List<Word>> fullForms(String plainAbbreviation) {
    return abbreviations.getOrDefault(plainAbbreviation, List.of());
  }

  /** Which words belong to a phrase that says nothing about the matter, by their exact forms. */
  boolean[] fillers(List<Word> words, boolean marked) {
    boolean[] found = new boolean[words.size()];
    for (int i = 0; i < found.length; i++) {
      if (!fillerHeads.contains(written(words.get(i), marked))) {
        continue;
      }
      for (int length = Math.min(LONGEST_FILLER, found.length - i); length >= 1; length--) {
        if (fillers.contains(joined(words.subList(i, i + length), marked))) {
          Arrays.fill(found, i, i + length, true);
          break;
        }
      }
    }
    return found;
  }

  private static String joined(List<Word> phrase, boolean marked) {
    StringBuilder joined = new StringBuilder();
    for (Word word : phrase) {
      joined.append(joined.isEmpty() ? "" : " ").append(written(word, marked));
    }
    return joined.toString();
  }

  private static String written(Word word, boolean marked) {
    return marked ? word.exact() : word.plain();
  }

  /** True when a word alone says little ("cấp", "giấy") though it helps beside others. */
  boolean isWeak(String exactWord) {
    return weak.contains(exactWord);
  }

  /** Additions to a title that make it special ("có yếu tố nước ngoài", "lưu động"). */
  PhraseList qualifiers() {
    return qualifiers;
  }

  /** Acts at the head of a title that are not the ordinary one ("cấp lại", "thu hồi"). */
  PhraseList actions() {
    return actions;
  }

  LegacyText legacy() {
    return legacy;
  }

  private void addQualifier(String line) {
    boolean action = line.startsWith("!");
    (action ? actions : qualifiers).add(words.read(line));
  }

  private void readFillers() {
    for (String line : lines("fillers.txt")) {
      boolean little = line.startsWith("~");
      List<Word> phrase = words.read(little ? line.substring(1) : line);
      for (boolean marked : new boolean[] {true, false}) {
        (little ? weak : fillers).add(joined(phrase, marked));
        if (!little) {
          fillerHeads.add(written(phrase.getFirst(), marked));
        }
      }
    }
  }

  private void addAbbreviation(String line) {
    int comma = line.indexOf(',');
    String full = line.substring(comma + 1).replace("\"", "");
    List<Word> expanded = words.read(full);
    List<Word> abbreviation = words.read(line.substring(0, comma));
    if (expanded.isEmpty() || abbreviation.isEmpty()) {
      return;
    }
    abbreviations
        .computeIfAbsent(Folding.plainText(line.substring(0, comma)), key -> new ArrayList<>())
        .add(expanded);
    add(expanded, List.of(abbreviation), Phrases.Force.SAME);
  }

  private void addSynonyms(String line) {
    int equals = line.indexOf('=');
    if (line.startsWith("@") && equals > 0 && !line.contains("=>")) {
      classes.put(
          line.substring(0, equals).strip(), List.of(line.substring(equals + 1).split(",")));
      return;
    }
    String[] sides = line.split("=>>?");
    if (sides.length == 2) {
      Phrases.Force force = line.contains("=>>") ? Phrases.Force.DECIDES : Phrases.Force.POINTS;
      List<List<Word>> meanings = phrases(sides[1], ",");
      for (String written : sides[0].split(",")) {
        spread(written).forEach(phrase -> add(words.read(phrase), meanings, force));
      }
      return;
    }
    List<List<Word>> equal = phrases(line, "=");
    for (List<Word> phrase : equal) {
      add(phrase, equal.stream().filter(other -> other != phrase).toList(), Phrases.Force.SAME);
    }
  }

  /** The phrase once for each member of a class of words that it names ("@người mất"). */
  private List<String> spread(String phrase) {
    for (Map.Entry<String, List<String>> each : classes.entrySet()) {
      if (phrase.contains(each.getKey())) {
        return each.getValue().stream()
            .flatMap(word -> spread(phrase.replace(each.getKey(), word)).stream())
            .toList();
      }
    }
    return List.of(phrase);
  }

  private void add(List<Word> phrase, List<List<Word>> meanings, Phrases.Force force) {
    if (!phrase.isEmpty() && !meanings.isEmpty()) {
      phrases.add(phrase, meanings, force);
    }
  }

  private List<List<Word>> phrases(String text, String separator) {
    List<List<Word>> found = new ArrayList<>();
    for (String part : text.split(separator)) {
      List<Word> phrase = words.read(part);
      if (!phrase.isEmpty()) {
        found.add(phrase);
      }
    }
    return found;
  }

  static List<String> lines(String resource) {
    InputStream stream =
        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return contentOf(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> contentOf(BufferedReader reader) {
    return reader
        .lines()
        .map(line -> Folding.clean(line).strip())
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
