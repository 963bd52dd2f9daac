package dk.genvej.citizen;

import dk.genvej.api.model.CitizenFlags;
import org.mapstruct.Mapper;

/** Where record and API have the same shape. */
@Mapper
interface CitizenMapper {

  CitizenFlags view(Flags flags);

  Flags record(CitizenFlags flags);
}
