namespace NetworkHealth.Shell.Security;

/// <summary>On a page or endpoint that takes a file: its body may be as large as <c>Limits:UploadMegabytes</c> says, instead of a form's size.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadAttribute : Attribute;
