package dk.genvej.tracking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of the field, as far as an outcome may follow from it.
 *
 * @param kind the event, such as CourseCompleted
 * @param historic by an import or the demo's history
 */
record Touch(
    String kind,
    Cause cause,
    @Nullable UUID citizenId,
    @Nullable UUID courseId,
    boolean historic) {}
