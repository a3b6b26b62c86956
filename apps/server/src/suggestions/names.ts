import { isAskedForName, type NameState, nobody, told } from './name-state.ts';
import { answered, introductionsIn, proposedIn } from './names-heard.ts';
import { lastAfter, notThat, spelledOut, withLetter } from './names-put-right.ts';
import type { Recogniser, Utterance } from './recogniser.ts';
import { agrees, takenBack } from './replies.ts';
import { type Spelled, spellingsIn } from './spelling.ts';
import { placesOf } from './words.ts';

/** The caller's own name: introduced, answered, spelled, put right. */
export const names: Recogniser<'name', NameState> = {
  start: nobody,
  hear: (state, said) => (said.speaker === 'caller' ? hearCaller(state, said) : hearRep(state, said)),
};

function hearRep(state: NameState, said: Utterance): NameState {
  const proposed = proposedIn(state, said);
  return proposed === null && state.proposed === null ? state : { ...state, proposed };
}

function hearCaller(state: NameState, said: Utterance): NameState {
  const { proposed } = state;
  const next = hearOwn(state, said);
  const isOver = proposed === null ? next : { ...next, proposed: null };
  if (proposed === null || proposed.name === null || next.belief !== state.belief || !agrees(said.line))
    return isOver;
  return told(isOver, proposed.name, proposed.at);
}

function hearOwn(state: NameState, said: Utterance): NameState {
  const back = takenBack(said.line, 'name');
  let next = back === null ? state : nobody;
  const heard = introductionsIn(said, state);
  const answer = isAskedForName(said) || state.proposed !== null ? answered(said) : null;
  const isFirst = answer !== null && !heard.some((one) => one.from <= answer.from);
  for (const name of isFirst ? [answer, ...heard] : heard)
    if (name.from >= (back ?? 0) && !(name.isNickname && next.last !== null))
      next = told(next, name, placesOf(said.words, name.from, name.to));
  for (const spelled of spellingsIn(said.words, said.asked.has('spelling') ? 2 : 3).filter(
    (one) => !isUnfinished(one, said),
  ))
    next = lastAfter(spelledOut(next, spelled, said), spelled, said);
  next = withLetter(next, said);
  return notThat(next, said);
}

/** Half of a spelling would be another name. */
function isUnfinished({ to }: Spelled, said: Utterance): boolean {
  return said.isOpen && to === said.words.length;
}
