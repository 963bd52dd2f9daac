package dk.genvej.visit;

import org.mapstruct.Mapper;

/** Codes, which are spelled the same in record and API. */
@Mapper
interface VisitMapper {

  dk.genvej.api.model.ContactType view(ContactType type);

  ContactType record(dk.genvej.api.model.ContactType type);

  dk.genvej.api.model.VisitState view(VisitState state);
}
