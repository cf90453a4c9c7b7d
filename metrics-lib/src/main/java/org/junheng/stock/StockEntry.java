package org.junheng.stock;

import org.jspecify.annotations.Nullable;
import org.junheng.stock.StockFlow.Line;
import org.junheng.subject.About;
import org.junheng.subject.View;

/**
 * A school that came to the stock of quality schools or left it between two years, once.
 *
 * @param about the school; the facet names the definition and the line of the account, {@code official-list:GRADUATED}
 * @param line by which it entered the account of its county
 * @param comes whether it is counted at the close and not at the opening, else the other way round
 * @param pupils on which that rests: the fewer of both ends; null = not reported
 * @param answers of parents on which the definition rests: the fewer of both ends; null = on none
 */
public record StockEntry(
        About about,
        Line line,
        boolean comes,
        @Nullable Long pupils,
        @Nullable Long answers) implements View {}
