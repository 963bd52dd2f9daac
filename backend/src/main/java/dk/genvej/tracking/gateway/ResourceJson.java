package dk.genvej.tracking.gateway;

import dk.genvej.tracking.fhir.DeliveryReport;
import dk.genvej.tracking.fhir.Resource;
import dk.genvej.tracking.gateway.FormQueries.ResourceLine;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reports and their resources as text, and back: what is read is what was written. */
@Singleton
class ResourceJson {

  private final ObjectMapper mapper;

  ResourceJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String write(DeliveryReport report) {
    return text(report);
  }

  String write(Resource resource) {
    return text(resource);
  }

  String write(List<ReportFinding> findings) {
    return text(findings);
  }

  List<ReportFinding> findings(String json) {
    return List.of(read(json, ReportFinding[].class));
  }

  Resource resource(String json) {
    return read(json, Resource.class);
  }

  List<Told> told(List<ResourceLine> lines) {
    return lines.stream()
        .map(
            line ->
                new Told(
                    new SourceKey(line.kind(), line.source()),
                    line.generation(),
                    line.identity(),
                    line.courseId(),
                    resource(line.content())))
        .toList();
  }

  private String text(Object what) {
    try {
      return mapper.writeValueAsString(what);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private <T> T read(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (IOException unreadable) {
      // Its text may hold what it could not read.
      throw new IllegalStateException("stored JSON is no " + type.getSimpleName());
    }
  }
}
