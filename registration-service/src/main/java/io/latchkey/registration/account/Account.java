package io.latchkey.registration.account;

/** @param generation counts the accounts that lived under one user id, from 1 */
public record Account(
        long generation, DirectoryEntry directory, PasswordManagement passwordManagement, Person person, Place place) {}
