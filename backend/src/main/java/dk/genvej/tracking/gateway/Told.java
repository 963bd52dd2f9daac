package dk.genvej.tracking.gateway;

import dk.genvej.tracking.fhir.Resource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it is to be told, or was.
 *
 * @param generation counts the resources of one source: a new one when the last was taken back
 * @param identity what may not change without a new resource, as the guide says of what belongs to
 *     one moment: another value is a correction. Empty while everything may change
 * @param courseId the course it is told because of; null for the citizen
 */
public record Told(
    SourceKey source, int generation, String identity, @Nullable UUID courseId, Resource resource) {

  Told with(Resource other) {
    return new Told(source, generation, identity, courseId, other);
  }

  String address() {
    return resource.address();
  }
}
