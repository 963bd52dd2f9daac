package dk.genvej.agreement;

import org.mapstruct.Mapper;

/** Codes, which are spelled the same in record and API. */
@Mapper
interface AgreementMapper {

  dk.genvej.api.model.ActorRole view(ActorRole role);

  ActorRole record(dk.genvej.api.model.ActorRole role);

  dk.genvej.api.model.RegistrationOutcome view(RegistrationOutcome outcome);

  RegistrationOutcome record(dk.genvej.api.model.RegistrationOutcome outcome);
}
