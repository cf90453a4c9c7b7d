package org.junheng.review;

/**
 * How far the score of one figure of a school moves its scores, and the variance of that score.
 *
 * @param own, level, improvement what a point of the figure's score adds to each
 */
public record Pull(double own, double level, double improvement, double variance) {}
