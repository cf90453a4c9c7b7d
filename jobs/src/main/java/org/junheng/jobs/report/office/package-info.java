/** Charts that an office program draws itself from numbers that stand beside them. */
@org.jspecify.annotations.NullMarked
package org.junheng.jobs.report.office;
