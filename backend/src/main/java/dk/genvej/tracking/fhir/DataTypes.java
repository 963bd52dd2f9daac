package dk.genvej.tracking.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data types of FHIR that the reports use. */
public final class DataTypes {

  private DataTypes() {}

  /** FHIR knows no empty list: what there is none of is left out. */
  static <T> @Nullable List<T> orNone(List<T> list) {
    return list.isEmpty() ? null : List.copyOf(list);
  }

  /**
   * @param lastUpdated when the resource last changed; the guide demands it in words only
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Meta(List<String> profile, @Nullable String lastUpdated) {

    static Meta of(Profile profile) {
      return new Meta(List.of(profile.url()), null);
    }

    Meta updated(String when) {
      return new Meta(profile, when);
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Coding(String system, String code, @Nullable String display) {}

  /** A CodeableConcept; its text is free and therefore not here. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Concept(List<Coding> coding) {

    static Concept of(String system, String code, @Nullable String display) {
      return new Concept(List.of(new Coding(system, code, display)));
    }

    /** Whether it says this, alone or among others. */
    public boolean says(String code) {
      return coding.stream().anyMatch(one -> code.equals(one.code()));
    }
  }

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Identifier(String use, String system, String value) {}

  /** To another resource of the report, or to somebody known by an identifier. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Reference(@Nullable String reference, @Nullable Identifier identifier) {

    static Reference to(String type, String id) {
      return new Reference(type + "/" + id, null);
    }

    static @Nullable List<Reference> toAll(String type, List<String> ids) {
      return orNone(ids.stream().map(id -> to(type, id)).toList());
    }
  }

  /**
   * @param start a day, or a time where it is known
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Period(@Nullable String start, @Nullable String end) {}

  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Extension(
      String url, @Nullable Concept valueCodeableConcept, @Nullable Reference valueReference) {}
}
