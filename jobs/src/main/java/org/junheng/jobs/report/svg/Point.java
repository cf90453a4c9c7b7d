package org.junheng.jobs.report.svg;

/** A place in a picture, from its upper left corner. */
record Point(double x, double y) {}
