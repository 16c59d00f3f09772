import { useState, type ReactNode } from 'react';

interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | null | undefined;
  readonly children: ReactNode;
}

/** Label, hint and error of a field. */
function FieldFrame({ id, label, hint, problem, children }: FieldFrameProps) {
  return (
    <div className={`nhsuk-form-group wt-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem ? (
        <p className="nhsuk-error-message wt-form-error" id={`${id}-error`}>
          {problem}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** Ids of what describes a field, for assistive technology. */
function describedBy({ id, hint, problem }: Pick<FieldFrameProps, 'id' | 'hint' | 'problem'>) {
  const ids = [hint === undefined ? [] : [`${id}-hint`], problem ? [`${id}-error`] : []].flat();
  return { 'aria-describedby': ids.join(' ') || undefined, 'aria-invalid': problem ? true : undefined };
}

interface FieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'date';
  readonly maxLength?: number;
  /** Values that are offered while typing. */
  readonly offered?: readonly string[];
}

/** A text on one line, or a day. */
export function TextField({ value, onChange, type = 'text', maxLength, offered, ...frame }: TextFieldProps) {
  const list = offered === undefined ? undefined : `${frame.id}-offered`;
  return (
    <FieldFrame {...frame}>
      <input
        id={frame.id}
        type={type}
        className="nhsuk-input wt-input"
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        list={list}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(frame)}
      />
      {offered === undefined ? null : (
        <datalist id={list}>
          {offered.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** A text of several lines. */
export function LongTextField({ value, onChange, ...frame }: FieldProps) {
  return (
    <FieldFrame {...frame}>
      <textarea
        id={frame.id}
        className="nhsuk-textarea wt-long-text"
        rows={5}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(frame)}
      />
    </FieldFrame>
  );
}

export interface SelectGroup {
  /** Null for choices that stand by themselves. */
  readonly label: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice among few or many, in groups. */
export function SelectField({
  value,
  onChange,
  groups,
  ...frame
}: FieldProps & { readonly groups: readonly SelectGroup[] }) {
  const options = ({ options: own }: SelectGroup) =>
    own.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <FieldFrame {...frame}>
      <select
        id={frame.id}
        className="nhsuk-select wt-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(frame)}
      >
        <option value="">Choose</option>
        {groups.map((group) =>
          group.label === null ? (
            options(group)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {options(group)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

interface FileFieldProps extends Omit<FieldFrameProps, 'children'> {
  readonly accept: string;
  readonly isMultiple?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}

/** One file or several. */
export function FileField({ accept, isMultiple = false, onChoose, ...frame }: FileFieldProps) {
  return (
    <FieldFrame {...frame}>
      <input
        id={frame.id}
        type="file"
        className="wt-file"
        accept={accept}
        multiple={isMultiple}
        onChange={(event) => onChoose([...(event.target.files ?? [])])}
        {...describedBy(frame)}
      />
    </FieldFrame>
  );
}

interface PasswordFieldProps extends FieldProps {
  /** What a password manager takes it for. */
  readonly use: 'current-password' | 'new-password';
}

/** A password, which can be shown while it is typed. */
export function PasswordField({ value, onChange, use, ...frame }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <FieldFrame {...frame}>
      <div className="nhsuk-input-wrapper nhsuk-password-input__wrapper">
        <input
          id={frame.id}
          type={isShown ? 'text' : 'password'}
          className="nhsuk-input nhsuk-password-input__input"
          autoComplete={use}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...describedBy(frame)}
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
          aria-label={`${isShown ? 'Hide' : 'Show'} ${frame.label.toLowerCase()}`}
          aria-controls={frame.id}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
    </FieldFrame>
  );
}
