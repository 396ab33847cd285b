import type { Messages } from '../../messages/index.js';
import type { Issue, PublishedIssue } from '../../model/issue.js';

/** An issue as machines get it, with its message in the interface language. */
export function publishedIssue(issue: Issue, messages: Messages): PublishedIssue {
  const { check, type, category, severity, certainty, file, line, column, unit, source, target, fix } = issue;
  const message = messages.issue(issue);
  return {
    check,
    type,
    category,
    severity,
    ...(certainty ? { certainty } : {}),
    file,
    line,
    column,
    unit,
    message,
    source,
    target,
    ...(fix ? { fix } : {}),
  };
}
