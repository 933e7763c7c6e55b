/** The limit that the services are compared with: their outward work for an enrolment by raw clients, and nothing else. */
@NullMarked
package io.latchkey.bench.floor;

import org.jspecify.annotations.NullMarked;
