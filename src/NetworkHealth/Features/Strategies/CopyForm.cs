using FluentValidation;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Strategies;

/// <summary>A strategy that somebody takes into a cell, with what it becomes there.</summary>
public sealed class CopyForm
{
    /// <summary>Such as <c>demo/RIV</c>.</summary>
    public string? Network { get; set; }

    /// <summary>Such as <c>D2-organisation</c>.</summary>
    public string? Cell { get; set; }

    public string? Statement { get; set; }
    public string? WouldItWorkHere { get; set; }
    public string? WhatWouldWeChange { get; set; }

    public MatrixPlace? Chosen => MatrixPlace.Parse(Cell);

    /// <summary>What goes into the cell, still without the strategy's name and ways.</summary>
    public Plan Said => new() { Statement = Statement ?? "", WouldItWorkHere = WouldItWorkHere ?? "", WhatWouldWeChange = WhatWouldWeChange ?? "" };

    public sealed class Validator : AbstractValidator<CopyForm>
    {
        private const string Some = "–";

        public Validator()
        {
            RuleFor(form => form.Network).NotEmpty().WithMessage("Choose the network.");
            RuleFor(form => form.Cell).Must((form, _) => form.Chosen is not null).WithMessage("Choose the cell.");
            RuleFor(form => form.Statement).Keeps(statement => new Plan { Statement = statement ?? "" }.Checked());
            RuleFor(form => form.WouldItWorkHere).Keeps(answer => new Plan { Statement = Some, WouldItWorkHere = answer ?? "" }.Checked());
            RuleFor(form => form.WhatWouldWeChange).Keeps(answer => new Plan { Statement = Some, WhatWouldWeChange = answer ?? "" }.Checked());
        }
    }
}
