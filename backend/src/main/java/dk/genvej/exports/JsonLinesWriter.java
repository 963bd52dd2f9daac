package dk.genvej.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one JSON object a line. What is not there is null, so that every line has all columns.
 */
final class JsonLinesWriter implements RowWriter {

  private final JsonGenerator json;
  private List<String> columns = List.of();

  JsonLinesWriter(Writer out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void header(List<String> names) {
    columns = List.copyOf(names);
  }

  @Override
  public void row(List<@Nullable Object> values) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(columns.get(i));
      write(values.get(i));
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }

  private void write(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case BigDecimal number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean yes -> json.writeBoolean(yes);
      default -> json.writeString(value.toString());
    }
  }
}
