package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.genvej.tracking.fhir.DataTypes.Meta;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent about one citizen for one day: a bundle that holds all it refers to.
 *
 * @param id chosen by the sender and never used for another report
 * @param timestamp when the report was made
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DeliveryReport(
    String resourceType, String id, Meta meta, String type, String timestamp, List<Entry> entry) {

  static final String BUNDLE = "Bundle";
  static final String COLLECTION = "collection";

  @Serdeable
  public record Entry(String fullUrl, Resource resource) {}

  public <T extends Resource> Stream<T> all(Class<T> kind) {
    return entry.stream().map(Entry::resource).filter(kind::isInstance).map(kind::cast);
  }

  /** What a reference names, if the report holds it. */
  public Optional<Resource> find(DataTypes.Reference reference) {
    return entry.stream()
        .map(Entry::resource)
        .filter(one -> one.address().equals(reference.reference()))
        .findFirst();
  }
}
