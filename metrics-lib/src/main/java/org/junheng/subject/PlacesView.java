package org.junheng.subject;

/** The schools of a subject that teach one stage, with their pupils in it. */
public record PlacesView(Stage stage, RosterView roster) {}
