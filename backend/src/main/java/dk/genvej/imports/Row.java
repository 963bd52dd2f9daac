package dk.genvej.imports;

import dk.genvej.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line that means something. */
sealed interface Row permits CitizenRow, GrantRow, ContactRow, HeadcountRow {

  int line();

  /** The record system's own key, or what was counted. */
  String key();

  /** Rows about one citizen, or one district, are written together. */
  String citizenKey();

  /** All it says, in a form that does not hang on how dates or letters were written. */
  List<@Nullable Object> content();

  default byte[] hash() {
    var text =
        content().stream()
            .map(value -> Objects.toString(value, ""))
            .collect(Collectors.joining("\u001f"));
    return Ids.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
