/** FHIR R4 (4.0.1) over the gate's journeys: resources as JSON, and what is wrong with those that come in. Decides nothing itself. */
@NullMarked
package id.sidik.eligibility.fhir;

import org.jspecify.annotations.NullMarked;
