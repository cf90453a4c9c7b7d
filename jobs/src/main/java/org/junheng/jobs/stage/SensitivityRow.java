package org.junheng.jobs.stage;

import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.table.StockSensitivity;
import org.junheng.stock.QualityDefinition;
import org.junheng.stock.StockFlow;
import org.junheng.stock.StockFlow.Line;
import org.junheng.subject.Status;

/**
 * One account by one definition beside the account that is published.
 *
 * @param account by the definition of the evaluation; null = there is none
 */
record SensitivityRow(
        QualityDefinition definition,
        StockFlow flow,
        @Nullable StockFlow account,
        Disclosure limits) {
    StockSensitivity since(int base) {
        Status status = StockFlowRows.status(flow, limits);
        QualityDefinition.Criteria criteria = definition.criteria();
        return new StockSensitivity(
                flow.county(),
                flow.year(),
                flow.unit(),
                definition.version(),
                criteria == null ? null : Integer.valueOf(criteria.standardsMet()),
                criteria == null ? null : Integer.valueOf(criteria.subjectsNotBelow()),
                criteria == null
                        ? null
                        : Double.valueOf(criteria.parentsSatisfied().doubleValue()),
                base,
                told(flow, flow.line(Line.OPENING)),
                told(flow, flow.line(Line.CLOSING)),
                told(flow, flow.line(Line.CLOSING) - flow.line(Line.OPENING)),
                account == null || !isShown(account)
                        ? null
                        : told(flow, flow.line(Line.CLOSING) - account.line(Line.CLOSING)),
                flow.schools(),
                told(flow, flow.unknownAtClosing()),
                status,
                StockFlowRows.reason(status, flow, flow.schools() < limits.minSchools())
                        .both());
    }

    private @Nullable Long told(StockFlow of, long number) {
        return isShown(of) ? Long.valueOf(number) : null;
    }

    private boolean isShown(StockFlow of) {
        Status status = StockFlowRows.status(of, limits);
        return status == Status.OK || status == Status.LOW_EVIDENCE;
    }
}
