package dk.genvej.sync;

import dk.genvej.http.QueuedBodies;
import jakarta.inject.Singleton;

/** What carrying out a push needs of the rest of the program. */
@Singleton
record PushTools(
    Dispatch dispatch,
    QueuedBodies bodies,
    MergeForms forms,
    KeptMutationRepository kept,
    PushRepository repository,
    PushAccess access) {}
