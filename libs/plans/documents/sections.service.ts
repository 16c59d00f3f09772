import { Injectable } from '@nestjs/common';
import { PermissionService, recordAudit, type RoleHolding } from '#access';
import { UnitOfWork } from '#persistence';
import { Clock, ConflictError, InvalidInputError, NotFoundError, type InputFault } from '#platform';
import type { EntityManager } from 'typeorm';
import {
  missingInSections,
  SECTION_PARTS,
  validateSection,
  type MissingPart,
  type SectionDefinition,
  type SectionEntry,
} from '../sections';
import { once, type NamedPerson } from './actor-of';
import { loadDocumentContext, sectionScopeOf, type DocumentContext } from './document-context';
import { lockDocument, readDocument } from './document-rows.repository';
import { writeSections, type SectionRow } from './section-rows.repository';
import type { SignOffActor } from './sign-off.service';

/** A section to save over the version that the person saw. */
export interface SectionEdit {
  readonly section: string;
  /** 0 where nothing had been entered. */
  readonly baseVersion: number;
  readonly entries: readonly SectionEntry[];
}

/** What fields choose from. */
export interface SectionChoices {
  readonly organisations: readonly NamedPerson[];
  readonly staffGroups: readonly { readonly code: string; readonly label: string }[];
  readonly scenarios: readonly NamedPerson[];
  readonly years: readonly number[];
  /** With the commitment that each may lead; null for all of them and for the plan as a whole. */
  readonly clinicalLeads: readonly (NamedPerson & { readonly commitment: string | null })[];
}

/** A section with what is entered in it. */
export interface SectionView {
  readonly key: string;
  readonly version: number;
  readonly entries: readonly SectionEntry[];
  readonly author: string | null;
  readonly at: string | null;
}

/** The sections of a document: what they ask for, what is entered, what is missing. */
export interface DocumentSections {
  readonly documentId: string;
  readonly isEditable: boolean;
  readonly parts: readonly { readonly code: string; readonly label: string }[];
  readonly definitions: readonly SectionDefinition[];
  readonly sections: readonly SectionView[];
  readonly missing: readonly MissingPart[];
  readonly choices: SectionChoices;
}

/** What is written in returns and system plans. Whether the person may do so is decided before it is called. */
@Injectable()
export class SectionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly permissions: PermissionService,
    private readonly clock: Clock,
  ) {}

  /** The sections of a document; those of its frozen version unless it is a draft. @throws NotFoundError */
  async read(documentId: string): Promise<DocumentSections> {
    return this.unitOfWork.run(async (manager) =>
      sectionsOfContext(await this.#context(manager, documentId)),
    );
  }

  /**
   * Saves sections, all of them or none.
   *
   * @throws ConflictError where the document is frozen, or a section moved on: both versions are in the details;
   *   InvalidInputError with a fault for each broken rule; NotFoundError
   */
  async save(
    documentId: string,
    edits: readonly SectionEdit[],
    actor: SignOffActor,
  ): Promise<DocumentSections> {
    return this.unitOfWork.run(async (manager) => {
      await lockDocument(manager, documentId);
      const context = await this.#context(manager, documentId);
      requireEditable(context);
      requireValid(context, edits);
      requireCurrent(context, edits);
      const writes = edits.map(({ section, baseVersion, entries }) => ({
        documentId,
        key: section,
        version: baseVersion + 1,
        entries,
        authorId: actor.id,
      }));
      await writeSections(manager, writes);
      await recordAudit(manager, {
        actor: actor.id,
        action: 'plan-sections.saved',
        entity: context.document.kind,
        entityId: documentId,
        organisationId: context.document.organisationId,
        detail: { sections: writes.map(({ key, version }) => ({ key, version })) },
        correlationId: actor.correlationId,
      });
      return sectionsOfContext(await this.#context(manager, documentId));
    });
  }

  async #context(manager: EntityManager, documentId: string): Promise<DocumentContext> {
    const document = await readDocument(manager, documentId);
    if (document === undefined) throw new NotFoundError('There is no such return or plan.', { documentId });
    const today = this.clock.now().toISOString().slice(0, 10);
    return loadDocumentContext(manager, this.permissions, document, today);
  }
}

function isEditable({ workflow, document, round }: DocumentContext): boolean {
  const state = workflow.states.find(({ code }) => code === document.state);
  return state?.isEditable === true && round.state === 'open';
}

function requireEditable(context: DocumentContext): void {
  if (isEditable(context)) return;
  const { state, version } = context.document;
  throw new ConflictError(
    'This version is frozen: have it returned, take it back, or change it by change control.',
    { rule: 'frozen', state, version },
  );
}

function requireValid(context: DocumentContext, edits: readonly SectionEdit[]): void {
  const scope = sectionScopeOf(context);
  const faults = edits.flatMap(({ section, entries }, index): readonly InputFault[] => {
    const definition = context.definitions.find(({ key }) => key === section);
    if (definition === undefined) {
      const fix = `Use ${context.definitions.map(({ key }) => key).join(', ')}.`;
      const message = `There is no section "${section}".`;
      return [{ pointer: `/sections/${index}/section`, rule: 'known-section', message, fix }];
    }
    return validateSection(definition, entries, scope).map((fault) => ({
      ...fault,
      pointer: `/sections/${index}${fault.pointer}`,
    }));
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function requireCurrent({ sections }: DocumentContext, edits: readonly SectionEdit[]): void {
  const conflicts = edits.flatMap(({ section, baseVersion, entries }) => {
    const stored = sections.find(({ key }) => key === section);
    if ((stored?.version ?? 0) === baseVersion) return [];
    return [{ section, mine: entries, theirs: viewOf(section, stored) }];
  });
  if (conflicts.length === 0) return;
  throw new ConflictError('Someone else changed this after you opened it.', { conflicts });
}

function viewOf(key: string, row: SectionRow | undefined): SectionView {
  return {
    key,
    version: row?.version ?? 0,
    entries: row?.entries ?? [],
    author: row?.author?.name ?? null,
    at: row?.updatedAt === undefined || row.updatedAt === null ? null : new Date(row.updatedAt).toISOString(),
  };
}

function sectionsOfContext(context: DocumentContext): DocumentSections {
  const { document, definitions, sections, contents } = context;
  return {
    documentId: document.id,
    isEditable: isEditable(context),
    parts: SECTION_PARTS.filter(({ code }) => definitions.some(({ part }) => part === code)),
    definitions,
    sections: definitions.map(({ key }) => ({
      ...viewOf(
        key,
        sections.find((row) => row.key === key),
      ),
      entries: contents[key] ?? [],
    })),
    missing: missingInSections(definitions, contents),
    choices: choicesOf(context),
  };
}

function choicesOf({ node, members, staffGroups, family, round, holdings }: DocumentContext): SectionChoices {
  const places = once([node, ...members].map(({ id, name }) => ({ id, name })));
  return {
    organisations: places,
    staffGroups: [...staffGroups].map(([code, label]) => ({ code, label })),
    scenarios: family.map(({ id, name }) => ({ id, name })),
    years: Array.from({ length: round.years }, (_, index) => round.firstYear + index),
    clinicalLeads: holdings
      .filter(({ role }: RoleHolding) => role === 'clinical-lead')
      .map(({ person, commitment }) => ({ ...person, commitment })),
  };
}
