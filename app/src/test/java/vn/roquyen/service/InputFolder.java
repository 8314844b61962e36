package vn.roquyen.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import vn.roquyen.platform.SampleData;

/** A folder of input files for a test: the sample data, changed as the test needs. */
final class InputFolder {
  private final Path root;

  InputFolder(Path root) {
    this.root = root;
  }

  /** A copy of the whole sample data. */
  static InputFolder ofSampleData(Path root) {
    Path from = SampleData.folder();
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = root.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new InputFolder(root);
  }

  Path root() {
    return root;
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** Changes the text of a file. */
  InputFolder edit(String name, UnaryOperator<String> change) {
    try {
      String before = Files.readString(file(name));
      String after = change.apply(before);
      if (after.equals(before)) {
        throw new IllegalStateException("the edit changed nothing in " + name);
      }
      Files.writeString(file(name), after);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path write(String name, String text) {
    return write(name, text, StandardCharsets.UTF_8);
  }

  Path write(String name, String text, Charset charset) {
    try {
      Files.createDirectories(file(name).getParent());
      return Files.write(file(name), text.getBytes(charset));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path writeZipped(String name, byte[] content, int times) {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file(name)), 1 << 16)) {
      for (int i = 0; i < times; i++) {
        out.write(content);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return file(name);
  }

  /** One line of a catalogue. */
  static String procedure(String code, String name, String snapshot) {
    return "{\"code\":\"%s\",\"name\":\"%s\",\"levels\":\"xa\",\"field\":\"Hộ tịch\",\"agency\":\"Công an cấp Xã\",\"steps\":\"Bước 1: nộp.\",\"channels\":[{\"channel\":\"Trực tiếp\",\"time_value\":\"5\",\"time_unit\":\"Ngày\",\"fee\":\"\",\"note\":\"\"}],\"snapshot\":\"%s\"}%n"
        .formatted(code, name, snapshot);
  }
}
