package vn.roquyen.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores the small records that live with a row (dossier items, channels, legal bases) as JSON
 * text.
 */
final class ListColumn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Map<String, String>>> SHAPE = new TypeReference<>() {};

  private ListColumn() {}

  static List<Map<String, String>> read(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return JSON.readValue(text, SHAPE);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("a list column holds no list", damaged);
    }
  }

  static String write(Object list) {
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a list of texts is always JSON", impossible);
    }
  }
}
