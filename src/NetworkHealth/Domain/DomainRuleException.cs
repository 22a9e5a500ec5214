namespace NetworkHealth.Domain;

/// <summary>A rule of the domain was broken. The message is a sentence that may be shown to the person as it stands.</summary>
public sealed class DomainRuleException(string sentence) : Exception(sentence);
