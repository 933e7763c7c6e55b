/**
 * A schema registry inside this JVM that speaks Confluent's REST API: {@code EmbeddedRegistry} (HTTP) over
 * {@code SubjectRoutes} and {@code SettingRoutes} (operations) over {@code Subjects} and {@code Settings} (rules) over a
 * {@code RegistryStore}.
 */
@NullMarked
package io.latchkey.infrastructure.registry;

import org.jspecify.annotations.NullMarked;
