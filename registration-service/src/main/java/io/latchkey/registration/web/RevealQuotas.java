package io.latchkey.registration.web;

import io.latchkey.registration.mongo.Quota;

/** How often full values are shown to one caller, and of one account. */
record RevealQuotas(Quota perCaller, Quota perAccount) {}
