package dk.genvej.check.push;

import dk.genvej.demo.history.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Names, numbers and texts of people, to be found nowhere in a push (S12): whole words as they are
 * written, of three letters or six digits and more; double names in parts too, a CPR number also
 * without its hyphen. Ids are not words.
 */
public final class PersonalWords {

  private static final List<String> COLUMNS = List.of("cpr", "navn", "vej", "by", "telefon");
  private static final CSVFormat SAMPLE =
      CSVFormat.Builder.create().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}|[0-9]{6,}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"[^\"]*\"");

  private final Set<String> words = new HashSet<>();

  private PersonalWords() {}

  /**
   * @param texts as they stand in the records
   */
  public static PersonalWords of(Collection<String> texts) {
    var all = new PersonalWords();
    texts.forEach(text -> words(text).forEach(all.words::add));
    return all;
  }

  /** Of the demo's large municipality: who its citizens are, and what is written about them. */
  public static PersonalWords ofTheDemo() {
    var texts = new ArrayList<>(Texts.all());
    try (var in = PersonalWords.class.getResourceAsStream("/sample/citizens.csv");
        var text = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8);
        var rows = CSVParser.parse(text, SAMPLE)) {
      rows.forEach(row -> COLUMNS.forEach(column -> texts.add(row.get(column))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the sample cannot be read", unreadable);
    }
    return of(texts);
  }

  public int count() {
    return words.size();
  }

  /**
   * Those that stand in a request.
   *
   * @param body as it went over the wire; the device's address is judged by its form alone
   */
  public List<String> in(String body) {
    return words(TOKEN.matcher(body).replaceAll("")).filter(words::contains).distinct().toList();
  }

  private static Stream<String> words(String text) {
    return BETWEEN
        .splitAsStream(text)
        .filter(word -> !ID.matcher(word).matches())
        .flatMap(
            word -> Stream.concat(Stream.of(word.replace("-", "")), Stream.of(word.split("-"))))
        .filter(word -> WORD.matcher(word).matches());
  }
}
